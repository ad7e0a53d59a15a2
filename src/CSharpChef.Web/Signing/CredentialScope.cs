namespace CSharpChef.Web.Signing;

/// <summary>The access key that signed a request, and the day, region and service of its derived key.</summary>
internal sealed record CredentialScope(string KeyId, string Date, string Region)
{
    public const string Service = "opsworks";

    private const string Terminator = "aws4_request";
    private const int Longest = 128;

    public string Text => $"{Date}/{Region}/{Service}/{Terminator}";

    public static CredentialScope Parse(string credential)
    {
        var parts = credential.Split('/');
        if (parts is not [var keyId, { Length: 8 } date, var region, _, Terminator]
            || keyId is not { Length: > 0 and <= Longest }
            || region is not { Length: > 0 and <= Longest })
        {
            throw RequestError.IncompleteSignature(
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/opsworks/aws4_request.");
        }

        if (parts[3] != Service)
        {
            throw RequestError.InvalidSignature($"Credential should be scoped to correct service: '{Service}'.");
        }

        return keyId.All(char.IsAsciiLetterOrDigit)
            ? new CredentialScope(keyId, date, region)
            : throw RequestError.InvalidCredential();
    }
}
