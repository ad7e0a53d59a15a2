using CSharpChef.Stacks.Operations;
using CSharpChef.Web.Signing;
using Microsoft.Extensions.Primitives;

namespace CSharpChef.Tests.Web.Signing;

public sealed class AuthorizationHeaderTests
{
    private const string Credential = "Credential=AKIA1/20261123/us-east-1/opsworks/aws4_request";
    private const string Headers = "SignedHeaders=host;x-amz-date;x-amz-target";
    private static readonly string Signature = $"Signature={new string('a', 64)}";

    [Fact]
    public void A_call_without_credential_is_refused_with_advice()
    {
        var refused = Assert.Throws<OperationException>(() => AuthorizationHeader.Parse(default));

        Assert.Equal("MissingAuthenticationTokenException", refused.Code);
        Assert.StartsWith("The request has no credential", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 {0}, {1}, {2}")]
    [InlineData("AWS4-HMAC-SHA256 {0},{1},{2}")]
    [InlineData("AWS4-HMAC-SHA256  {2} ,{1} ,   {0}")]
    public void Blanks_and_the_order_of_parts_do_not_matter(string form)
    {
        var header = AuthorizationHeader.Parse(string.Format(null, form, Credential, Headers, Signature));

        Assert.Equal(new CredentialScope("AKIA1", "20261123", "us-east-1"), header.Signature!.Scope);
        Assert.Equal(["host", "x-amz-date", "x-amz-target"], header.Signature.Names);
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
    public void Other_schemes_and_malformed_headers_are_incomplete_signatures(string header) =>
        Assert.Equal(
            "IncompleteSignatureException",
            Assert.Throws<OperationException>(() => AuthorizationHeader.Parse(header)).Code);

    [Fact]
    public void Two_Authorization_headers_are_refused() =>
        Assert.Equal("IncompleteSignatureException", Assert.Throws<OperationException>(
            () => AuthorizationHeader.Parse(new StringValues(["Bearer ccp_a", "Bearer ccp_b"]))).Code);

    [Fact]
    public void More_than_64_signed_headers_are_refused() =>
        Assert.Equal("IncompleteSignatureException", Assert.Throws<OperationException>(
        () => AuthorizationHeader.Parse(
            $"AWS4-HMAC-SHA256 {Credential}, SignedHeaders={string.Join(';', Enumerable.Repeat("a", 65))}, {Signature}")).Code);

    [Theory]
    [InlineData("Bearer ccp_aZ09")]
    [InlineData("bearer  ccp_aZ09 ")]
    public void A_bearer_token_is_parsed(string header) =>
        Assert.Equal("ccp_aZ09", AuthorizationHeader.Parse(header).Token);

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("Bearer ghp_aZ09")]
    [InlineData("Bearer ccp_a b")]
    public void A_token_of_another_form_is_refused_without_repeating_it(string header)
    {
        var refused = Assert.Throws<OperationException>(() => AuthorizationHeader.Parse(header));

        Assert.Equal("UnrecognizedClientException", refused.Code);
        Assert.DoesNotContain("ghp_", refused.Message, StringComparison.Ordinal);
    }
}
