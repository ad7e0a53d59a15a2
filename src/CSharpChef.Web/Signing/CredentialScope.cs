namespace CSharpChef.Web.Signing;

/// <summary>Whose key signed, and what its daily key was derived for.</summary>
internal sealed record CredentialScope(string KeyId, string Date, string Region)
{
    public const string Service = "opsworks";

    private const string End = "aws4_request";
    private const int Longest = 128;

    public string Text => $"{Date}/{Region}/{Service}/{End}";

    public static CredentialScope Parse(string credential)
    {
        var parts = credential.Split('/');
        if (parts is not [
            {
                Length: > 0
            and <= Longest
            } keyId, { Length: 8 } date, { Length: > 0 and <= Longest } region, _, End])
        {
            throw Refused.Incomplete(
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/opsworks/aws4_request.");
        }

        if (parts[3] != Service)
        {
            throw Refused.Signature($"Credential should be scoped to correct service: '{Service}'.");
        }

        return keyId.All(char.IsAsciiLetterOrDigit)
            ? new CredentialScope(keyId, date, region)
            : throw Refused.Unknown();
    }
}
