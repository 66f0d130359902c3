# Frames of the grid map; at full size by hand (README.md).
add_executable(map_bench map_bench.cpp ../ui/map/made_map.cpp ../ui/map/made_map.h)
target_link_libraries(map_bench PRIVATE griddesk_ui_map griddesk_bench)
target_include_directories(map_bench PRIVATE ${PROJECT_SOURCE_DIR}/tests)
griddesk_headers(map_bench widgets)
add_test(NAME map_bench COMMAND map_bench 300 2000)
set_tests_properties(map_bench PROPERTIES LABELS bench TIMEOUT 300
  ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8")
