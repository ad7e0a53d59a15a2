using System.Text;
using Microsoft.Extensions.Primitives;

namespace CSharpChef.Web.Signing;

/// <summary>The canonical form of a request, which client and server both hash.</summary>
internal static class CanonicalRequest
{
    private static readonly char[] Blanks = [' ', '\t'];

    public static string Of(SignedRequest request, SignatureHeader signature, string host)
    {
        var text = new StringBuilder("POST\n/\n\n");
        foreach (var name in signature.Names)
        {
            var value = name == "host" ? new StringValues(host) : request.Headers[name];
            text.Append(name).Append(':').AppendJoin(',', value.Select(Trimmed)).Append('\n');
        }

        return text.Append('\n').Append(signature.SignedHeaders).Append('\n').Append(request.BodyHash).ToString();
    }

    // Removes blanks at both ends, and replaces each run of blanks by one space.
    private static string Trimmed(string? value) =>
        string.Join(' ', (value ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
}
