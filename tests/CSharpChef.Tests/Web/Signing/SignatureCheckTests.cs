using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Users.Keys;
using CSharpChef.TestSupport;
using CSharpChef.Web.Signing;

namespace CSharpChef.Tests.Web.Signing;

public sealed class SignatureCheckTests
{
    private const string InvalidSignature = "InvalidSignatureException";
    private FakeClock clock = new(Vector.Plain.Time);

    public static TheoryData<string> Names => [.. Vector.All.Select(vector => vector.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_request_signed_by_botocore_is_accepted(string name)
    {
        var vector = Vector.All.Single(candidate => candidate.Name == name);

        Assert.Equal(vector.Canonical, CanonicalRequest.Of(vector.Request, vector.Header, vector.Request.Hosts[0]));
        Verify(vector, vector.Holder);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_request_that_was_changed_after_signing_is_refused(string name)
    {
        var vector = Vector.All.Single(candidate => candidate.Name == name);

        Assert.Equal(InvalidSignature, Code(vector with { Body = vector.Body + " " }));
        Assert.Equal(InvalidSignature, Code(vector.With("X-Amz-Target", "OpsWorks_20130218.DeleteStack")));
        Assert.Equal(InvalidSignature, Code(vector.With("Host", "evil.example.com")));
        Assert.Equal(InvalidSignature, Code(vector.Replacing("/opsworks/", "/opsworks/")
            .Replacing("Signature=" + vector.Signature[..2], "Signature=" + DifferentHex(vector.Signature[..2]))));
        Assert.Equal(InvalidSignature, Code(vector, vector.Holder with { Secret = vector.Secret + "x" }));
    }

    [Theory]
    [InlineData(-301, "Signature not yet valid: 20261123T184055Z is more than 5 minutes after the server's time, 20261123T183554Z.")]
    [InlineData(-300, null)]
    [InlineData(300, null)]
    [InlineData(301, "Signature expired: 20261123T184055Z is more than 5 minutes before the server's time, 20261123T184556Z.")]
    public void A_request_may_be_five_minutes_older_or_newer_than_the_server(int seconds, string? message)
    {
        var refused = Record.Exception(() => Verify(Vector.Plain, Vector.Plain.Holder, seconds));

        Assert.Equal(message, refused?.Message);
    }

    [Theory]
    [InlineData("/20261123/", "/20261122/", "InvalidSignatureException", "The credential scope names the day")]
    [InlineData("/opsworks/", "/ec2/", "InvalidSignatureException", "correct service: 'opsworks'")]
    [InlineData("/us-east-1/", "/us-west-2/", "InvalidSignatureException", "check the secret access key")]
    [InlineData("/aws4_request", "", "IncompleteSignatureException", "5 slash-delimited elements")]
    [InlineData("/aws4_request", "/aws3_request", "IncompleteSignatureException", "5 slash-delimited elements")]
    [InlineData("/us-east-1/", "//", "IncompleteSignatureException", "5 slash-delimited elements")]
    [InlineData("AKIAQ2TESTKEY0000001", "AKIA%00", "UnrecognizedClientException", "not valid here")]
    [InlineData(";host", "", "InvalidSignatureException", "header host must be among SignedHeaders")]
    [InlineData(";x-amz-date", "", "InvalidSignatureException", "header x-amz-date must be among SignedHeaders")]
    [InlineData(";x-amz-target", "", "InvalidSignatureException", "header x-amz-target must be among SignedHeaders")]
    [InlineData("SignedHeaders=", "Signed=", "IncompleteSignatureException", "requires 'SignedHeaders'")]
    [InlineData(", Signature=", ", Signature=0", "IncompleteSignatureException", "64 hexadecimal")]
    [InlineData(", Signature=b", ", Signature=x", "IncompleteSignatureException", "64 hexadecimal")]
    public void A_changed_Authorization_header_is_refused(string old, string replacement, string code, string message)
    {
        var vector = Vector.Plain.Replacing(", Signature=" + Vector.Plain.Signature[0], ", Signature=b")
            .Replacing(old, replacement);

        var refused = Assert.Throws<OperationException>(() => Verify(vector, vector.Holder));

        Assert.Equal(code, refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Amz-Content-SHA256", "UNSIGNED-PAYLOAD", "must be signed")]
    [InlineData("X-Amz-Content-SHA256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "must be signed")]
    [InlineData("X-Amz-Content-SHA256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "is not the SHA-256 of the body")]
    [InlineData("X-Amz-Content-SHA256", "", "is not the SHA-256 of the body")]
    [InlineData("X-Amz-Security-Token", "IQoJb3", "header x-amz-security-token must be among SignedHeaders")]
    public void An_unsigned_header_that_contradicts_the_signature_is_refused(
        string header, string value, string message)
    {
        var refused =
            Assert.Throws<OperationException>(() => Verify(Vector.Plain.With(header, value), Vector.Plain.Holder));

        Assert.Equal(InvalidSignature, refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Amz-Date", "2026-11-23T18:40:55Z")]
    [InlineData("X-Amz-Date", "20261323T184055Z")]
    [InlineData("X-Amz-Date", "")]
    public void A_malformed_time_is_refused(string header, string value) =>
        Assert.Equal("IncompleteSignatureException", Code(Vector.Plain.With(header, value)));

    [Fact]
    public void A_temporary_credential_is_refused_with_advice()
    {
        var vector = Vector.Plain.With("X-Amz-Security-Token", "IQoJb3")
            .Replacing("x-amz-date;", "x-amz-date;x-amz-security-token;");

        var refused = Assert.Throws<OperationException>(() => Verify(vector, vector.Holder));

        Assert.Equal("UnrecognizedClientException", refused.Code);
        Assert.Contains("AWS_SESSION_TOKEN", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reason_why_a_key_is_refused_is_shown_only_to_its_holder()
    {
        var holder = Vector.Plain.Holder with { Refusal = "It was disabled." };

        var right = Assert.Throws<OperationException>(() => Verify(Vector.Plain, holder));
        var error = Assert.Throws<OperationException>(() => Verify(Vector.Plain, holder with { Secret = "another" }));

        Assert.Equal("UnrecognizedClientException", right.Code);
        Assert.Equal("The access key or token is not valid here. It was disabled.", right.Message);
        Assert.Equal("UnrecognizedClientException", error.Code);
        Assert.Equal("The access key or token is not valid here.", error.Message);
    }

    [Fact]
    public void A_signature_of_the_forwarded_host_is_accepted()
    {
        var forwardedRequest = Vector.Plain.With("Host", "10.0.0.7:5000").Request;

        Verify(
            forwardedRequest with { Hosts = ["10.0.0.7:5000", "127.0.0.1:8080"] },
            Vector.Plain.Header,
            Vector.Plain.Holder);
        var refused =
            Assert.Throws<OperationException>(() => Verify(forwardedRequest, Vector.Plain.Header, Vector.Plain.Holder));
        Assert.Contains("The server received the host '10.0.0.7:5000'", refused.Message, StringComparison.Ordinal);
    }

    private static string DifferentHex(string hex) => hex == "00" ? "11" : "00";

    private string Code(Vector vector) => Code(vector, vector.Holder);

    private string Code(Vector vector, KeyHolder holder) =>
        Assert.Throws<OperationException>(() => Verify(vector, holder)).Code;

    private void Verify(Vector vector, KeyHolder holder, int late = 0)
    {
        clock = new(vector.Time.AddSeconds(late));
        Verify(vector.Request, vector.Header, holder);
    }

    private void Verify(SignedRequest request, SignatureHeader header, KeyHolder holder)
    {
        var check = new SignatureCheck(new SigningKeyCache(clock), clock);
        check.Precheck(request, header);
        check.Verify(request, header, holder);
    }
}
