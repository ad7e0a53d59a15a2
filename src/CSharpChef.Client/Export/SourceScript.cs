using CSharpChef.Client.Records;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Client.Export;

/// <summary>
/// Sources and certificates as C#. Secrets are read from environment variables that the owner's name begins.
/// </summary>
internal sealed class SourceScript(string owner)
{
    public string Of(SourceRecord source)
    {
        var word = source.Type switch
        {
            "svn" => "Subversion",
            "archive" => "Archive",
            "s3" => "S3",
            "other" => "Other",
            _ => "Git",
        };
        var (user, password) = source.Type == "s3" ? ("accessKey", "secretKey") : ("username", "password");
        return string.Concat(
            $"{word}({CSharpText.Of(SourceUrl.FilteredText(source.Url ?? ""))}",
            Argument("revision", nameof(source.Revision), source.Revision),
            Argument(user, nameof(source.Username), source.Username),
            Argument(password, nameof(source.Password), source.Password),
            Argument("sshKey", nameof(source.SshKey), source.SshKey),
            ")");
    }

    public IEnumerable<string> Certificate(CertificateRecord tls)
    {
        yield return $"{nameof(AppDeclaration.Certificate)} = {CSharpText.Text(tls.Certificate)}";
        yield return $"{nameof(AppDeclaration.PrivateKey)} = {CSharpText.Secret(owner, "private_key")}";
        if (tls.Chain is { } chain)
        {
            yield return $"{nameof(AppDeclaration.CertificateChain)} = {CSharpText.Text(chain)}";
        }
    }

    private string Argument(string name, string member, string? value) => value switch
    {
        null => "",
        SecretText.Filtered => $", {name}: {CSharpText.Secret(owner, member)}",
        _ => $", {name}: {CSharpText.Of(value)}",
    };
}
