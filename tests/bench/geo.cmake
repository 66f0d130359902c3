# The division of a town: finding, building, looking for flaws; at length by hand (README.md).
add_executable(geo_bench geo_bench.cpp)
target_link_libraries(geo_bench PRIVATE griddesk_bench griddesk_geo)
target_include_directories(geo_bench PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_compile_definitions(geo_bench PRIVATE GRIDDESK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
griddesk_headers(geo_bench core)
add_test(NAME geo_bench COMMAND geo_bench 400)
set_tests_properties(geo_bench PROPERTIES LABELS bench TIMEOUT 300 ENVIRONMENT "LANG=C.UTF-8")
