using CSharpChef.TestSupport;
using CSharpChef.Web.Signing;

namespace CSharpChef.Tests.Web.Signing;

public sealed class SigningKeyCacheTests
{
    private static readonly CredentialScope Scope = new("AKIA1", "20261123", "us-east-1");
    private readonly FakeClock clock = new();

    [Fact]
    public void A_signing_key_is_derived_once_a_day()
    {
        var cache = new SigningKeyCache(clock);

        var first = cache.Get("secret", Scope);

        Assert.Equal(SigningKey.Derive("secret", Scope), first);
        Assert.Same(first, cache.Get("secret", Scope));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.NotSame(first, cache.Get("secret", Scope));
    }

    [Fact]
    public void A_renewed_secret_gets_its_own_signing_key()
    {
        var cache = new SigningKeyCache(clock);
        cache.Get("secret", Scope);

        Assert.Equal(SigningKey.Derive("renewed", Scope), cache.Get("renewed", Scope));
    }

    [Fact]
    public void A_full_cache_is_emptied()
    {
        var cache = new SigningKeyCache(clock);
        var first = cache.Get("secret", Scope);

        foreach (var region in Enumerable.Range(0, 1024))
        {
            cache.Get("secret", Scope with { Region = $"{region}" });
        }

        Assert.NotSame(first, cache.Get("secret", Scope));
    }
}
