# The first start through the real program, by keys.
griddesk_test(first_start SOURCES first_start_test.cpp ../ui/intake/typist.cpp ../ui/intake/typist.h
              LIBRARIES griddesk_window griddesk_resources LABEL features)
