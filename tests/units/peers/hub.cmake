griddesk_test(peers_hub_parts SOURCES hub_parts_test.cpp LIBRARIES griddesk_peers LABEL peers)
griddesk_test(peers_hub SOURCES hub_test.cpp LIBRARIES griddesk_peers griddesk_support LABEL peers)
griddesk_test(peers_hub_lies SOURCES hub_lies_test.cpp LIBRARIES griddesk_peers griddesk_support LABEL peers)
griddesk_test(peers_hub_faults SOURCES hub_faults_test.cpp LIBRARIES griddesk_peers griddesk_support LABEL peers)
