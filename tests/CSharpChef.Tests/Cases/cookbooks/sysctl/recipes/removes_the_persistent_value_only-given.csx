Sysctl("net.ipv4.tcp_keepalive_time", s => s.Value = "900");
