Sysctl("net.ipv4.ip_local_port_range", s => s.Value = " 32768\t  60999\n");
