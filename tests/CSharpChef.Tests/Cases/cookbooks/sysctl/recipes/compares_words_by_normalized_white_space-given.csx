Sysctl("net.ipv4.ip_local_port_range", s => s.Value = "32768 60999");
await Converge();
Sysctl("net.ipv4.ip_local_port_range", s => s.Do(s.Remove));
