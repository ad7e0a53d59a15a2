Sysctl("net.core.somaxconn", s => s.Value = "1024");
