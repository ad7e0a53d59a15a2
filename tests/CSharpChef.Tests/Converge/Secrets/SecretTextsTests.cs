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

    [Theory]
    [InlineData("MIIEpAIBAAKCAQEA7+\n", "***\n")]
    [InlineData("  > MIIEpAIBAAKCAQEA7+", "  > ***")]
    [InlineData("-----BEGIN KEY-----\n  MIIEpAIBAAKCAQEA7+\n  Qx9Zq0Lm\n  ab==\n-----END KEY-----", "***")]
    [InlineData("{\"key\":\"Qx9Zq0Lm\"}", "{\"key\":\"***\"}")]
    public void Each_long_line_of_a_secret_is_masked_wherever_it_stands(string text, string masked)
    {
        secrets.Add("-----BEGIN KEY-----\n  MIIEpAIBAAKCAQEA7+\n  Qx9Zq0Lm\n  ab==\n-----END KEY-----");

        Assert.True(secrets.IsIn(text));
        Assert.Equal(masked, secrets.Masked(text));
    }

    [Theory]
    [InlineData("-----BEGIN KEY-----")]
    [InlineData("true ab== {")]
    public void A_short_line_of_a_secret_and_the_boundary_of_a_key_are_not_masked_alone(string text)
    {
        secrets.Add("-----BEGIN KEY-----\nMIIEpAIBAAKCAQEA7+\nab==\n{\ntrue\n-----END KEY-----");

        Assert.False(secrets.IsIn(text));
        Assert.Equal(text, secrets.Masked(text));
    }

    [Theory]
    [InlineData("the word is it's-100…", "the word is ***…")]
    [InlineData("…100%-[x] is it", "…*** is it")]
    [InlineData("it's-1… and …0%-[x]", "***… and …***")]
    [InlineData("it's…-[x]", "***…***")]
    [InlineData("nothing…it", "nothing…it")]
    public void A_part_of_a_secret_is_masked_where_a_text_is_cut(string text, string masked) =>
        Assert.Equal(masked, secrets.Masked(text));
}
