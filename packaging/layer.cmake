# Headers that nearly every source reads are compiled once: griddesk_headers(NAME core|widgets) lets a target
# read them ready made. It halves a first build; sources still include what they use, which a build with
# GRIDDESK_PRECOMPILE=OFF proves (the preset asan and the test layers_alone).
option(GRIDDESK_PRECOMPILE "Compile the common headers once" ON)
if(GRIDDESK_PRECOMPILE)
  set(core_headers <QtCore/QtCore> <algorithm> <functional> <memory> <optional> <span> <variant> <vector>)
  foreach(kind core widgets)
    file(WRITE ${PROJECT_BINARY_DIR}/precompiled/${kind}.cpp "")
    add_library(griddesk_precompiled_${kind} OBJECT ${PROJECT_BINARY_DIR}/precompiled/${kind}.cpp)
    set_target_properties(griddesk_precompiled_${kind} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  endforeach()
  target_link_libraries(griddesk_precompiled_core PRIVATE Qt6::Core)
  target_precompile_headers(griddesk_precompiled_core PRIVATE ${core_headers})
  target_link_libraries(griddesk_precompiled_widgets PRIVATE Qt6::Widgets)
  target_precompile_headers(griddesk_precompiled_widgets PRIVATE ${core_headers} <QtWidgets/QtWidgets>)
endif()
function(griddesk_headers name kind)
  if(GRIDDESK_PRECOMPILE)
    target_precompile_headers(${name} REUSE_FROM griddesk_precompiled_${kind})
    target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endfunction()

# A layer is a folder, a namespace and a target of the same name. griddesk_layer(NAME libraries…)
# builds the sources of the calling folder as the static library griddesk_NAME, which may use
# exactly the libraries that it is given: other layers must be named here to be reachable.
function(griddesk_layer name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  add_library(griddesk_${name} STATIC ${sources})
  target_include_directories(griddesk_${name} PUBLIC ${PROJECT_SOURCE_DIR}/models)
  target_link_libraries(griddesk_${name} PUBLIC ${ARGN})
  griddesk_headers(griddesk_${name} core)
endfunction()

# griddesk_test(NAME folder-relative sources… LIBRARIES libraries… [LABEL label]) makes one test
# program and registers it with CTest under NAME.
function(griddesk_test name)
  cmake_parse_arguments(TEST "" "LABEL" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_link_libraries(${name} PRIVATE Qt6::Test ${TEST_LIBRARIES})
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  griddesk_headers(${name} core)
  target_compile_definitions(${name} PRIVATE
    GRIDDESK_SOURCE_DIR="${PROJECT_SOURCE_DIR}" GRIDDESK_BINARY_DIR="${PROJECT_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  # A test never touches a person's own desk or settings.
  set(home ${CMAKE_CURRENT_BINARY_DIR}/home/${name})
  set_tests_properties(${name} PROPERTIES
                       ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8;XDG_DATA_HOME=${home};XDG_CONFIG_HOME=${home}"
                       LABELS "${TEST_LABEL}" TIMEOUT 900)
endfunction()
