Sysctl("net.ipv4.ip_forward", s => s.Value = "0");
File("/etc/sysctl.d/99-zz-csharpchef-net.ipv4.ip_forward.conf", f => f.Content = "net.ipv4.ip_forward=1\n");
Sysctl("net.core.somaxconn", s => s.Value = "4096");
File("/etc/sysctl.d/99-zz-csharpchef-net.core.somaxconn.conf", f => f.Content = "net.core.somaxconn  =  128\n");
await Converge();
Sysctl("net.ipv4.ip_forward", s => s.Do(s.Remove));
