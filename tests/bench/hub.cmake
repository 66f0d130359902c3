# The hub's figures; run by hand (README.md), since a million entries take minutes.
add_executable(hub_bench hub_bench.cpp)
target_link_libraries(hub_bench PRIVATE griddesk_peers griddesk_support)
target_include_directories(hub_bench PRIVATE ${PROJECT_SOURCE_DIR}/tests)
griddesk_headers(hub_bench core)
