using System.Text;
using System.Text.Json;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Users.Keys;
using CSharpChef.TestSupport;
using CSharpChef.Web.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CSharpChef.Tests.Web.Signing;

/// <summary>A request that botocore signed; signatures.py writes them.</summary>
internal sealed record Vector(
    string Name,
    string Secret,
    string At,
    string Body,
    string Canonical,
    IReadOnlyList<string[]> Headers,
    string Signature)
{
    public static IReadOnlyList<Vector> All { get; } = JsonSerializer.Deserialize<List<Vector>>(
        File.ReadAllText(
            SourceTree.PathOf("tests/CSharpChef.Tests/Web/Signing/signatures.json")), JsonSerializerOptions.Web)!;

    public static Vector Plain => All[0];

    public DateTimeOffset Time => DateTimeOffset.ParseExact(
        At, "yyyyMMdd'T'HHmmss'Z'", null, System.Globalization.DateTimeStyles.AssumeUniversal);

    public SignatureHeader Header => SignatureHeader.Parse(Request.Headers.Authorization.ToString());

    public SignedRequest Request => new(
        new HeaderDictionary(Headers.GroupBy(pair => pair[0]).ToDictionary(
            group => group.Key, group =>
                new StringValues([.. group.Select(pair => pair[1])]), StringComparer.OrdinalIgnoreCase)),
        Encoding.UTF8.GetBytes(Body));

    public KeyHolder Holder => new("AKIAQ2TESTKEY0000001", "arn:aws:iam::1:user/ann", UserRole.Member, Secret);

    public Vector With(string header, string? value) => this with
    {
        Headers =
        [
            .. Headers.Where(pair => !pair[0].Equals(header, StringComparison.OrdinalIgnoreCase)),
            .. value is null ? [] : new[] { new[] { header, value } }
        ],
    };

    /// <summary>Returns the vector with a replaced text in its Authorization header.</summary>
    public Vector Replacing(string old, string replacement) => With(
        "Authorization", Request.Headers.Authorization.ToString().Replace(old, replacement, StringComparison.Ordinal));
}
