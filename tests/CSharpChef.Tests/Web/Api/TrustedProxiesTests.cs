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

    [Theory]
    [InlineData("::1", "Host", "[::1]:8800", true)]
    [InlineData("127.0.0.1", "Host", "localhost:8800", true)]
    [InlineData("::1", "Host", "chef.example.com", false)]
    [InlineData("::1", "X-Other", "1", true)]
    [InlineData("::1", "X-Forwarded-For", "198.51.100.1", false)]
    [InlineData("::1", "X-Forwarded-Proto", "https", false)]
    [InlineData("::1", "x-real-ip", "198.51.100.1", false)]
    [InlineData("::1", "Via", "1.1 proxy", false)]
    [InlineData("::1", "Forwarded", "for=198.51.100.1", false)]
    [InlineData("::1", "Forwarded-For", "198.51.100.1", false)]
    [InlineData("::1", "X-Envoy-External-Address", "198.51.100.1", false)]
    [InlineData("::1", "Fastly-Client-IP", "198.51.100.1", false)]
    [InlineData("::1", "CF-Connecting-IPv6", "2001:db8::1", false)]
    [InlineData("::1", "x-azure-clientip", "198.51.100.1", false)]
    [InlineData("::1", "X-Forwarded", "for=198.51.100.1", false)]
    [InlineData("198.51.100.1", "X-Other", "1", false)]
    public void A_request_is_local_when_it_comes_from_this_machine_and_through_no_proxy(
        string peer, string header, string value, bool isLocal)
    {
        var http = Call(peer, "Host", "127.0.0.1:8800");
        http.Request.Headers[header] = value;

        Assert.Equal(isLocal, TrustedProxies.IsLocal(http));
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
