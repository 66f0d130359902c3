# The import as an administrator's script drives it.
griddesk_test(import_test SOURCES import_test.cpp LIBRARIES griddesk_support griddesk_exchange LABEL features)
add_dependencies(import_test griddeskctl)
griddesk_test(sample_test SOURCES sample_test.cpp LIBRARIES griddesk_common LABEL features)
