using System.Net.Http.Headers;
using CSharpChef.Stacks.Cookbooks.Connections;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Cookbooks;

/// <summary>The user and the password of a source: those of its members, else those in its URL.</summary>
internal static class SourceLogin
{
    public static string? User(Source source, SourceUrl url) => NotEmpty(source.Username) ?? SourceText.UserName(url);

    public static string? Password(Source source, SourceUrl url) =>
        NotEmpty(source.Password?.Clear) ?? SourceText.Password(url);

    public static Secret? Secret(Source source, SourceUrl url) =>
        Password(source, url) is { } text ? Store.Secrets.Secret.New(text) : null;

    /// <summary>The header of the login over HTTP; null for a source without one.</summary>
    public static AuthenticationHeaderValue? Basic(Source source, SourceUrl url) =>
        SourceHttp.Basic(User(source, url), Password(source, url));

    private static string? NotEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
