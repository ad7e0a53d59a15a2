Sysctl("net.ipv4.no_such_parameter", s => s.Value = "1");
