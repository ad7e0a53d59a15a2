using CSharpChef.TestSupport;
using CSharpChef.Web.Signing;

namespace CSharpChef.Tests.Web.Signing;

public sealed class SigningKeyCacheTests
{
    private static readonly CredentialScope Scope = new("AKIA1", "20261123", "us-east-1");
    private readonly FakeClock clock = new();

    [Fact]
    public void A_key_is_derived_once_a_day()
    {
        var cache = new SigningKeyCache(clock);

        var first = cache.Get("secret", Scope);

        Assert.Equal(SigningKey.Derive("secret", Scope), first);
        Assert.Same(first, cache.Get("secret", Scope));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.NotSame(first, cache.Get("secret", Scope));
    }

    [Fact]
    public void Another_secret_of_the_same_key_gets_its_own()
    {
        var cache = new SigningKeyCache(clock);
        cache.Get("secret", Scope);

        Assert.Equal(SigningKey.Derive("renewed", Scope), cache.Get("renewed", Scope));
    }

    [Fact]
    public void Regions_without_number_do_not_make_it_grow_without_end()
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
