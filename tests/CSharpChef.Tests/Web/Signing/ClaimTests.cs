using CSharpChef.Stacks.Operations;
using CSharpChef.Web.Signing;
using Microsoft.Extensions.Primitives;

namespace CSharpChef.Tests.Web.Signing;

public sealed class ClaimTests
{
    private const string Credential = "Credential=AKIA1/20261123/us-east-1/opsworks/aws4_request";
    private const string Headers = "SignedHeaders=host;x-amz-date;x-amz-target";
    private static readonly string Signature = $"Signature={new string('a', 64)}";

    [Fact]
    public void A_call_without_credential_is_told_what_to_send()
    {
        var refused = Assert.Throws<OperationException>(() => Claim.Parse(default));

        Assert.Equal("MissingAuthenticationTokenException", refused.Code);
        Assert.StartsWith("There is no credential", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 {0}, {1}, {2}")]
    [InlineData("AWS4-HMAC-SHA256 {0},{1},{2}")]
    [InlineData("AWS4-HMAC-SHA256  {2} ,{1} ,   {0}")]
    public void Blanks_and_order_do_not_matter(string form)
    {
        var claim = Claim.Parse(string.Format(null, form, Credential, Headers, Signature));

        Assert.Equal(new CredentialScope("AKIA1", "20261123", "us-east-1"), claim.Signature!.Scope);
        Assert.Equal(["host", "x-amz-date", "x-amz-target"], claim.Signature.Names);
    }

    [Theory]
    [InlineData("Basic YTpi")]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=AKIA1/20261123/opsworks/aws4_request, SignedHeaders=host, Signature=30")]
    [InlineData("AWS AKIA1:c2lnbmF0dXJl")]
    [InlineData("AWS4-HMAC-SHA256")]
    [InlineData("AWS4-HMAC-SHA256 ")]
    [InlineData("AWS4-HMAC-SHA256 Credential")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIA1/20261123/us-east-1/opsworks/aws4_request")]
    [InlineData("AWS4-HMAC-SHA256 Signature=a, Signature=b")]
    [InlineData("AWS4-HMAC-SHA256 Credential=, SignedHeaders=, Signature=")]
    [InlineData("")]
    public void Other_schemes_and_broken_headers_are_incomplete(string header) =>
        Assert.Equal("IncompleteSignatureException", Assert.Throws<OperationException>(() => Claim.Parse(header)).Code);

    [Fact]
    public void Two_headers_are_one_too_many() =>
        Assert.Equal("IncompleteSignatureException", Assert.Throws<OperationException>(
            () => Claim.Parse(new StringValues(["Bearer ccp_a", "Bearer ccp_b"]))).Code);

    [Fact]
    public void Headers_without_number_are_not_signed() =>
        Assert.Equal("IncompleteSignatureException", Assert.Throws<OperationException>(
        () => Claim.Parse(
            $"AWS4-HMAC-SHA256 {Credential}, SignedHeaders={string.Join(';', Enumerable.Repeat("a", 65))}, {Signature}")).Code);

    [Theory]
    [InlineData("Bearer ccp_aZ09")]
    [InlineData("bearer  ccp_aZ09 ")]
    public void A_token_is_read(string header) => Assert.Equal("ccp_aZ09", Claim.Parse(header).Token);

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer ghp_aZ09")]
    [InlineData("Bearer ccp_a b")]
    public void What_is_no_token_of_ours_is_unknown(string header)
    {
        var refused = Assert.Throws<OperationException>(() => Claim.Parse(header));

        Assert.Equal("UnrecognizedClientException", refused.Code);
        Assert.DoesNotContain("ghp_", refused.Message, StringComparison.Ordinal);
    }
}
