using System.Globalization;
using System.Net;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Sources;

/// <summary>
/// Validates the form of the URL of a source. A URL that a program could read as an option or as a command is refused.
/// No message has the URL, which may hold a secret.
/// </summary>
internal static class SourceUrlRules
{
    private static readonly string[] Schemes = ["https", "http", "ssh", "git", "svn", "s3", SourceUrl.File];
    private static readonly string[] FileSchemes = ["https", "http", "s3", SourceUrl.File];

    public static SourceUrl Check(string text, SourceType? type, string member)
    {
        if (SourceUrl.Parse(text) is not { } url || !Schemes.Contains(url.Scheme))
        {
            throw ApiError.Invalid(
                member, "must be a URL that starts with https://, http://, ssh://, git://, svn://, s3:// or file://, or have the form user@host:path");
        }

        if (type is SourceType.Archive or SourceType.S3 && !FileSchemes.Contains(url.Scheme))
        {
            throw ApiError.Invalid(member, "must be a URL that starts with https://, http://, s3:// or file://");
        }

        CheckWords(url, member);
        CheckServer(url, member);
        return url;
    }

    private static void CheckWords(SourceUrl url, string member)
    {
        if (new[] { url.User, url.Host, url.Path.TrimStart(':') }.Any(word => word?.StartsWith('-') == true))
        {
            throw ApiError.Invalid(member, "must have neither a user nor a host nor a path that starts with a dash");
        }

        // Some programs read it as the slash that ends the host.
        if (url.User?.Contains('\\', StringComparison.Ordinal) == true)
        {
            throw ApiError.Invalid(member, "must not have a backslash before its host: write it as %5C");
        }

        if ((url with { Host = "" }).ToString().Contains("::", StringComparison.Ordinal))
        {
            throw ApiError.Invalid(member, "must not contain '::', except in the brackets of an IPv6 address");
        }
    }

    private static void CheckServer(SourceUrl url, string member)
    {
        if (url.Scheme == SourceUrl.File)
        {
            if (url.Host.Length > 0 || url.User is not null || url.Port is not null)
            {
                throw ApiError.Invalid(member, "must name a folder of this server as file:///path, without a host");
            }
        }
        else if (!IsHost(url.Host) || !IsPort(url.Port))
        {
            throw ApiError.Invalid(
                member, "must have a host of letters, digits, dots, dashes and _, or an IPv6 address in brackets, and a port from 1 to 65535 if any");
        }
    }

    private static bool IsHost(string host) => host is ['[', .. var address, ']']
        ? IPAddress.TryParse(address, out _) && !address.Contains('%', StringComparison.Ordinal)
        : host.Any(char.IsAsciiLetterOrDigit) && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static bool IsPort(string? port) => port is null
        || (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= 65535);
}
