using System.Text;
using Microsoft.Extensions.Primitives;

namespace CSharpChef.Web.Signing;

/// <summary>The one text that client and server both hash.</summary>
internal static class CanonicalRequest
{
    private static readonly char[] Blanks = [' ', '\t'];

    public static string Of(SignedRequest request, SignatureHeader signature, string host)
    {
        var text = new StringBuilder("POST\n/\n\n");
        foreach (var name in signature.Names)
        {
            var value = name == "host" ? new StringValues(host) : request.Headers[name];
            text.Append(name).Append(':').AppendJoin(',', value.Select(Squeeze)).Append('\n');
        }

        return text.Append('\n').Append(signature.SignedHeaders).Append('\n').Append(request.BodyHash).ToString();
    }

    // Without its outer blanks, and with one for each inner run of them.
    private static string Squeeze(string? value) =>
        string.Join(' ', (value ?? "").Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
}
