Sysctl("net.ipv4.tcp_keepalive_time", s => s.Do(s.Remove));
Sysctl("net.ipv4.never_set", s => s.Do(s.Remove));
