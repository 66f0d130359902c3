griddesk_test(report_test SOURCES report_test.cpp LIBRARIES griddesk_support LABEL features)
add_dependencies(report_test griddeskctl)
