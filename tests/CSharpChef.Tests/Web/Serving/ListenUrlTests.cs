using CSharpChef.Converge.Errors;
using CSharpChef.Web.Serving;

namespace CSharpChef.Tests.Web.Serving;

public sealed class ListenUrlTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1:8080", false)]
    [InlineData("http://localhost:0", "127.0.0.1:0", false)]
    [InlineData("http://[::1]:8080/", "[::1]:8080", false)]
    [InlineData("https://*:8443", "[::]:8443", true)]
    [InlineData("https://+", "[::]:443", true)]
    [InlineData("https://10.0.0.5", "10.0.0.5:443", true)]
    public void A_URL_is_parsed_into_address_port_and_TLS(string url, string end, bool tls)
    {
        var parsed = ListenUrl.Parse(url);

        Assert.Equal((end, tls), (parsed.EndPoint.ToString(), parsed.Tls));
    }

    [Theory]
    [InlineData("127.0.0.1:8080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://127.0.0.1/api")]
    [InlineData("http://chef.example.com")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("")]
    public void A_URL_that_cannot_be_listened_on_is_refused(string url) =>
        Assert.StartsWith(
            $"Cannot listen on '{url}': ",
            Assert.Throws<UsageException>(() => ListenUrl.Parse(url)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1:1", true)]
    [InlineData("http://127.9.9.9:1", true)]
    [InlineData("http://[::1]:1", true)]
    [InlineData("http://*:1", false)]
    [InlineData("http://0.0.0.0:1", false)]
    [InlineData("http://10.0.0.5:1", false)]
    public void Plain_HTTP_beyond_loopback_is_refused_unless_allowed(string url, bool allowed)
    {
        var refused = Record.Exception(() => ListenUrl.Parse(url).Validate(new HttpOptions()));

        Assert.Equal(allowed, refused is null);
        Assert.True(refused is null or UsageException { ExitCode: 2 });
        ListenUrl.Parse(url).Validate(new HttpOptions { AllowPlainHttpBeyondLoopback = true });
    }

    [Fact]
    public void TLS_without_a_certificate_is_refused() =>
        Assert.Contains(
            "without a certificate",
            Assert.Throws<UsageException>(() => ListenUrl.Parse("https://*:1").Validate(new HttpOptions())).Message,
            StringComparison.Ordinal);

    [Theory, InlineData("chef.pem", null, "--certificate"), InlineData(null, "chef.key", "--certificate-key")]
    public void A_certificate_or_key_without_an_https_URL_is_refused(string? certificate, string? key, string option)
    {
        var options = new HttpOptions { Certificate = certificate, CertificateKey = key };

        Assert.StartsWith(
            $"{option} has no effect, because no URL of --urls begins with https://.",
            Assert.Throws<UsageException>(() => ListenUrl.Of(options)).Message,
            StringComparison.Ordinal);
    }
}
