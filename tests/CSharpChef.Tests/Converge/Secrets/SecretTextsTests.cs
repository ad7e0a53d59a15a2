using CSharpChef.Converge.Secrets;

namespace CSharpChef.Tests.Converge.Secrets;

public sealed class SecretTextsTests
{
    private const string Secret = "it's-100%-[x]";
    private readonly SecretTexts secrets = new();

    public SecretTextsTests() => secrets.Add(Secret);

    [Theory]
    [InlineData("pw it's-100%-[x] end", "pw *** end")]
    [InlineData(@"'it'\''s-100%-[x]'", "'***'")]
    [InlineData(@"true '\''it'\''\'\'''\''s-100\%-[x]'\''", @"true '\''***'\''")]
    [InlineData(@"it's-100%-\[x\]", @"***")]
    [InlineData("{ \"pw\": \"it's-100%-[x]\" } it's-100%-[x]", "{ \"pw\": \"***\" } ***")]
    public void A_secret_is_masked_through_any_number_of_quotings(string text, string masked)
    {
        Assert.True(secrets.IsIn(text));
        Assert.Equal(masked, secrets.Masked(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("it's 100%")]
    [InlineData("''\"\\\"")]
    public void A_text_without_a_secret_stays_unchanged(string? text)
    {
        Assert.False(secrets.IsIn(text));
        Assert.Equal(text ?? "", secrets.Masked(text ?? ""));
    }

    [Fact]
    public void A_secret_of_quotes_only_is_masked_only_where_it_occurs_exactly()
    {
        secrets.Add("''''");

        Assert.Equal("a *** b", secrets.Masked("a '''' b"));
        Assert.False(secrets.IsIn("a '' b"));
    }

    [Fact]
    public void The_longer_of_two_overlapping_secrets_is_masked_first()
    {
        secrets.Add("it's-100%-[x] and more");

        Assert.Equal("*** ***", secrets.Masked("it's-100%-[x] and more it's-100%-[x]"));
    }
}
