griddesk_test(pinyin_test SOURCES pinyin_test.cpp LIBRARIES griddesk_domain)
