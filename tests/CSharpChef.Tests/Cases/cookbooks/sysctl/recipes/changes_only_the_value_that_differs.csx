Sysctl("net.ipv4.ip_forward", s => s.Value = "0");
Sysctl("net.core.somaxconn", s => s.Value = "4096");
