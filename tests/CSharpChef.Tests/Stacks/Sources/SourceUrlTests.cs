using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Tests.Stacks.Sources;

/// <summary>The forms of URLs that a source may have.</summary>
public sealed class SourceUrlTests
{
    [Theory]
    [InlineData("https://example.com/c.git", "https://example.com/c.git")]
    [InlineData("https://TOKEN@github.com/x.git", "https://*****FILTERED*****@github.com/x.git")]
    [InlineData("https://me:pass@example.com:8443/c.git?token=t#top", "https://*****FILTERED*****@example.com:8443/c.git?*****FILTERED*****")]
    [InlineData("https://a@b@example.com/c", "https://*****FILTERED*****@example.com/c")]
    [InlineData("https://example.com?token=t", "https://example.com?*****FILTERED*****")]
    [InlineData("ssh://git@[2001:db8::1]:22/c", "ssh://*****FILTERED*****@[2001:db8::1]:22/c")]
    [InlineData("git@example.com:org/c.git", "*****FILTERED*****@example.com:org/c.git")]
    [InlineData("file:///srv/a?b", "file:///srv/a?b")]
    [InlineData("/srv/c.git", "/srv/c.git")]
    public void User_part_and_query_of_a_URL_are_filtered(string url, string filtered) =>
        Assert.Equal(filtered, SourceUrl.FilteredText(url));

    [Theory]
    [InlineData("https://example.com/c.git")]
    [InlineData("HTTPS://Example.com:8443/c.git")]
    [InlineData("http://192.0.2.1/c.tgz?a=b")]
    [InlineData("ssh://git@[2001:db8::1]:2222/c.git")]
    [InlineData("git://example.com/c.git")]
    [InlineData("svn://svn.example.com/trunk")]
    [InlineData("s3://bucket_1/key.tgz")]
    [InlineData("git@example.com:org/c.git")]
    [InlineData("deploy@[2001:db8::1]:c.git")]
    [InlineData("file:///srv/c.git")]
    [InlineData("/srv/c.git")]
    public void A_URL_of_a_known_form_is_accepted_and_written_as_it_was_read(string url) =>
        Assert.Equal(url, SourceUrlRules.Check(url, SourceType.Git, "Url").ToString());

    [Theory]
    [InlineData("ext::sh -c id", "must be a URL")]
    [InlineData("ext::https://example.com/x", "must be a URL")]
    [InlineData("ftp://example.com/x", "must be a URL")]
    [InlineData("relative/path", "must be a URL")]
    [InlineData("me:pass@example.com:x", "must be a URL")]
    [InlineData("-oProxyCommand=id", "must be a URL")]
    [InlineData("ssh://-oProxyCommand=id/x", "starts with a dash")]
    [InlineData("ssh://-oProxyCommand=id@example.com/x", "starts with a dash")]
    [InlineData("-oProxyCommand=id@example.com:x", "starts with a dash")]
    [InlineData("git@-oProxyCommand=id:x", "starts with a dash")]
    [InlineData("git@example.com:-x", "starts with a dash")]
    [InlineData("https://example.com/a::b", "must not contain '::'")]
    [InlineData("git@example.com::x", "must not contain '::'")]
    [InlineData("https://2001:db8::1/x", "must have a host")]
    [InlineData("https:///x", "must have a host")]
    [InlineData("https://exam ple.com/x", "must have a host")]
    [InlineData("https://example.com\\@evil.example/x", "must not have a backslash")]
    [InlineData("https://ex%61mple.com/x", "must have a host")]
    [InlineData("https://[fe80::1%25eth0]/x", "must have a host")]
    [InlineData("https://example.com:0/x", "must have a host")]
    [InlineData("https://example.com:99999/x", "must have a host")]
    [InlineData("file://host/x", "file:///path")]
    public void A_URL_that_a_program_could_read_in_another_way_is_refused_without_repeating_it(string url, string says)
    {
        var refusal = Assert.Throws<OperationException>(() => SourceUrlRules.Check(url, SourceType.Git, "Url"));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(url, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST.")]
    [InlineData("a.localhost")]
    [InlineData("ip6-loopback")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("169.254.169.254")]
    [InlineData("[::1]")]
    [InlineData("[::]")]
    [InlineData("[fe80::1]")]
    [InlineData("[::ffff:169.254.169.254]")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[::ffff:0:127.0.0.1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[64:ff9b:1::169.254.169.254]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[2001:0:7f00:1::]")]
    [InlineData("[2001::80ff:fffe]")]
    [InlineData("[2001:db8::5efe:127.0.0.1]")]
    [InlineData("[ff02::1]")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    public void Loopback_link_local_and_metadata_hosts_are_local(string host) => Assert.True(SourceHosts.IsLocal(host));

    [Theory]
    [InlineData("example.com")]
    [InlineData("10.0.0.1")]
    [InlineData("128.0.0.1")]
    [InlineData("localhost.example.com")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[64:ff9b::192.0.2.1]")]
    [InlineData("[2002:c000:201::]")]
    public void Other_hosts_are_not_local(string host) => Assert.False(SourceHosts.IsLocal(host));

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("git.example.com.", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("[::1]", true)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("http://localhost", false)]
    [InlineData("localhost:80", false)]
    [InlineData("alice@localhost", false)]
    [InlineData("localhost/a", false)]
    public void A_host_is_a_name_or_an_address_alone(string text, bool isHost) =>
        Assert.Equal(isHost, SourceHosts.IsHost(text));

    [Theory]
    [InlineData("https://example.com/a", "https://EXAMPLE.com:443/b?x", true)]
    [InlineData("https://alice:a@example.com/a", "https://alice:b@example.com/a", true)]
    [InlineData("https://*****FILTERED*****@example.com/a", "https://alice:b@example.com/a", true)]
    [InlineData("https://bob@example.com/a", "https://alice@example.com/a", false)]
    [InlineData("https://example.com/a", "https://alice@example.com/a", false)]
    [InlineData("http://example.com/a", "https://example.com/a", false)]
    [InlineData("https://example.com/a", "https://example.com:8443/a", false)]
    [InlineData("https://example.com/a", "https://evil.example/a", false)]
    [InlineData("git@example.com:a", "ssh://git@example.com/b", true)]
    [InlineData("/srv/a", "/srv/b", true)]
    [InlineData(null, "/srv/b", false)]
    public void Secrets_belong_to_scheme_host_port_and_user_name(string? one, string other, bool same) =>
        Assert.Equal(same, SourceOrigin.IsSame(one, other));
}
