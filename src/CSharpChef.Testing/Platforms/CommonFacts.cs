namespace CSharpChef.Testing;

// The facts of a small virtual server in a private network, with a login as root.
internal sealed partial record FakePlatform
{
    private static (string Key, string Value)[] CommonFacts =>
    [
        ("kernel.name", "Linux"),
        ("architecture", "x86_64"),
        ("cpu.count", "2"),
        ("cpu.model", "Intel(R) Xeon(R) Platinum 8375C CPU @ 2.90GHz"),
        ("memory.total", "2067419136"),
        ("memory.swap", "0"),
        ("virtualization", "kvm"),
        ("boot_time", "1735722000"),
        ("time_zone", "Etc/UTC"),
        ("network.ip", "10.0.0.12"),
        ("network.ip6", "fd00:10::12"),
        ("network.interfaces.lo.addresses", "127.0.0.1/8 ::1/128"),
        ("network.interfaces.lo.mac", "00:00:00:00:00:00"),
        ("network.interfaces.eth0.addresses", "10.0.0.12/24 fd00:10::12/64"),
        ("network.interfaces.eth0.mac", "52:54:00:12:34:56"),
        ("mounts.0.path", "/"),
        ("mounts.0.device", "/dev/vda1"),
        ("mounts.0.type", "ext4"),
        ("mounts.0.size", "21003583488"),
        ("login.user", "root"),
        ("login.root", "true"),
        ("login.sudo", "true"),
        ("login.path", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
        ("login.shell", "/bin/bash"),
    ];

    public static Dictionary<string, string> FactsOf(params (string Key, string Value)[] own)
    {
        var facts = CommonFacts.ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal);
        foreach (var (key, value) in own)
        {
            facts[key] = value;
        }

        facts["fqdn"] = $"{facts["hostname"]}.example.com";
        return facts;
    }
}
