# The window while entries arrive; at length by hand (README.md), since a hundred thousand entries take a minute.
add_executable(arrivals_bench arrivals_bench.cpp ../ui/intake/typist.cpp ../ui/intake/typist.h)
target_link_libraries(arrivals_bench PRIVATE griddesk_window griddesk_resources griddesk_bench griddesk_counter Qt6::Test)
target_include_directories(arrivals_bench PRIVATE ${PROJECT_SOURCE_DIR}/tests)
griddesk_headers(arrivals_bench widgets)
add_test(NAME arrivals_bench COMMAND arrivals_bench 2000)
set_tests_properties(arrivals_bench PROPERTIES LABELS bench TIMEOUT 300
  ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8")
