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
    public void A_known_key_is_trusted(string text, string name) =>
        Assert.IsType<HostKeyVerdict.Trusted>(Judge(text, name));

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
        Assert.IsType<HostKeyVerdict.Unknown>(Judge(text, name));

    [Fact]
    public void Another_key_is_a_change_with_its_place() =>
        Assert.Equal(new HostKeyVerdict.Changed("file", 2), Judge($"# one\nweb ssh-ed25519 {B}\n", "web"));

    [Theory]
    [InlineData($"web ssh-ed25519 {A}\n@revoked * ssh-ed25519 {A}\n")]
    [InlineData($"web ssh-ed25519 {B}\n@revoked web ssh-ed25519 {A}\n")]
    public void A_revoked_key_is_revoked_whatever_else_is_written(string text) =>
        Assert.Equal(new HostKeyVerdict.Revoked("file", 2), Judge(text, "web"));

    [Fact]
    public void A_hashed_name_is_one_name_only()
    {
        var text = $"{KnownHost.HashName("[web]:2222", [9, 8, 7])} ssh-ed25519 {A}";
        Assert.IsType<HostKeyVerdict.Trusted>(Judge(text, "[web]:2222"));
        Assert.IsType<HostKeyVerdict.Unknown>(Judge(text, "web"));
    }

    [Fact]
    public void The_hash_is_the_one_of_ssh_keygen() =>
        Assert.Equal("|1|AAAAAAAAAAAAAAAAAAAAAAAAAAA=|", KnownHost.HashName("web", new byte[20])[..32]);

    [Fact]
    public void Random_bytes_never_crash_it()
    {
        var random = new Random(20261124);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            var text = i % 2 == 0 ? Encoding.Latin1.GetString(bytes) : Scramble(random);
            _ = Judge(text, "web");
            _ = KnownHosts.Parse(text, "file").KeyTypes("web");
        }
    }

    private static string Scramble(Random random)
    {
        string[] parts = ["web", "|1|", "|", "@revoked", "@cert-authority", "@", " ", "\t", "\n", "!", "*", ",", "[", "]:22",
            "ssh-ed25519", A, "=", "#"];
        return string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => parts[random.Next(parts.Length)]));
    }

    private static HostKeyVerdict Judge(string text, string name) =>
        KnownHosts.Parse(text, "file").Judge(name, "ssh-ed25519", a);
}
