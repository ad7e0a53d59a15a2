using System.Text;
using CSharpChef.Converge.Ssh.HostKeys;

namespace CSharpChef.Tests.Converge.Ssh.HostKeys;

public sealed class KnownHostsTests
{
    private const string A = "AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private const string B = "AAAAC3NzaC1lZDI1NTE5AAAAIBEREREREREREREREREREREREREREREREREREREREREREREREREA";

    private static readonly byte[] a = Convert.FromBase64String(A);

    [Theory]
    [InlineData($"web ssh-ed25519 {A}", "web")]
    [InlineData($"web ssh-ed25519 {A} a comment # and more", "web")]
    [InlineData($"db,web ssh-ed25519 {A}", "web")]
    [InlineData($"\t web   ssh-ed25519\t{A}\r", "web")]
    [InlineData($"[web]:2222 ssh-ed25519 {A}", "[web]:2222")]
    [InlineData($"w*,!wub ssh-ed25519 {A}", "web")]
    [InlineData($"web ssh-ed25519 {B}\nweb ssh-ed25519 {A}", "web")]
    [InlineData($"# web ssh-ed25519 {B}\n\nweb ssh-ed25519 {A}", "web")]
    [InlineData($"@revoked web ssh-ed25519 {B}\nweb ssh-ed25519 {A}", "web")]
    public void A_key_that_known_hosts_has_for_the_host_is_trusted(string text, string name) =>
        Assert.IsType<HostKeyVerdict.Trusted>(Rate(text, name));

    [Theory]
    [InlineData("", "web")]
    [InlineData($"web ssh-ed25519 {A}", "db")]
    [InlineData($"web ssh-ed25519 {A}", "[web]:2222")]
    [InlineData($"w*,!web ssh-ed25519 {A}", "web")]
    [InlineData($"@cert-authority web ssh-ed25519 {A}", "web")]
    [InlineData($"@strange web ssh-ed25519 {A}", "web")]
    [InlineData("web ssh-ed25519", "web")]
    [InlineData("web ssh-ed25519 !!!", "web")]
    [InlineData($"|1|not|base64! ssh-ed25519 {A}", "web")]
    public void A_host_without_an_entry_is_unknown(string text, string name) =>
        Assert.IsType<HostKeyVerdict.Unknown>(Rate(text, name));

    [Fact]
    public void Another_key_for_a_known_host_is_a_change_with_file_and_line() =>
        Assert.Equal(new HostKeyVerdict.Changed("file", 2), Rate($"# one\nweb ssh-ed25519 {B}\n", "web"));

    [Theory]
    [InlineData($"web ssh-ed25519 {A}\n@revoked * ssh-ed25519 {A}\n")]
    [InlineData($"web ssh-ed25519 {B}\n@revoked web ssh-ed25519 {A}\n")]
    public void A_revoked_key_is_revoked_whatever_other_entries_say(string text) =>
        Assert.Equal(new HostKeyVerdict.Revoked("file", 2), Rate(text, "web"));

    [Fact]
    public void A_hashed_name_matches_exactly_one_host()
    {
        var text = $"{KnownHost.HashName("[web]:2222", [9, 8, 7])} ssh-ed25519 {A}";
        Assert.IsType<HostKeyVerdict.Trusted>(Rate(text, "[web]:2222"));
        Assert.IsType<HostKeyVerdict.Unknown>(Rate(text, "web"));
    }

    [Fact]
    public void A_hashed_name_has_the_format_of_ssh_keygen() =>
        Assert.Equal("|1|AAAAAAAAAAAAAAAAAAAAAAAAAAA=|", KnownHost.HashName("web", new byte[20])[..32]);

    [Fact]
    public void Random_bytes_in_known_hosts_never_crash_the_parser()
    {
        var random = new Random(20261124);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            var text = i % 2 == 0 ? Encoding.Latin1.GetString(bytes) : Scramble(random);
            _ = Rate(text, "web");
            _ = KnownHosts.Parse(text, "file").KeyTypes("web");
        }
    }

    private static string Scramble(Random random)
    {
        string[] parts = ["web", "|1|", "|", "@revoked", "@cert-authority", "@", " ", "\t", "\n", "!", "*", ",", "[", "]:22",
            "ssh-ed25519", A, "=", "#"];
        return string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => parts[random.Next(parts.Length)]));
    }

    private static HostKeyVerdict Rate(string text, string name) =>
        KnownHosts.Parse(text, "file").Verify(name, "ssh-ed25519", a);
}
