using System.Net;
using CSharpChef.Web.Api;
using Microsoft.AspNetCore.Http;

namespace CSharpChef.Tests.Web.Api;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("203.0.113.9", "198.51.100.1", "203.0.113.9")]
    [InlineData("10.0.0.2", "198.51.100.1", "198.51.100.1")]
    [InlineData("::ffff:10.0.0.2", "198.51.100.1:4711", "198.51.100.1")]
    [InlineData("10.0.0.2", "1.2.3.4, 198.51.100.1, 10.0.0.3", "198.51.100.1")]
    [InlineData("10.0.0.2", "2001:db8::1", "2001:db8::1")]
    [InlineData("10.0.0.2", "unknown", "10.0.0.2")]
    [InlineData("10.0.0.2", "", "10.0.0.2")]
    public void The_client_is_the_last_forwarded_address_that_is_not_a_trusted_proxy(
        string peer, string forwarded, string client) =>
        Assert.Equal(client, Trusted.AddressOf(Call(peer, "X-Forwarded-For", forwarded)));

    [Theory]
    [InlineData("203.0.113.9", "here.example.com")]
    [InlineData("10.0.0.2", "here.example.com chef.example.com")]
    public void A_forwarded_host_counts_only_from_a_trusted_proxy(string peer, string hosts)
    {
        var http = Call(peer, "X-Forwarded-Host", "chef.example.com");
        http.Request.Headers.Host = "here.example.com";

        Assert.Equal(hosts.Split(' '), Trusted.HostsOf(http));
    }

    [Fact]
    public void A_call_through_a_proxy_on_this_machine_is_not_local()
    {
        Assert.True(TrustedProxies.IsLocal(Call("::1", "X-Other", "1")));
        Assert.False(TrustedProxies.IsLocal(Call("::1", "X-Forwarded-For", "198.51.100.1")));
        Assert.False(TrustedProxies.IsLocal(Call("198.51.100.1", "X-Other", "1")));
    }

    private static TrustedProxies Trusted => new([IPNetwork.Parse("10.0.0.0/24")]);

    private static DefaultHttpContext Call(string peer, string header, string value)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        http.Request.Headers[header] = value;
        return http;
    }
}
