using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;

namespace CSharpChef.Stacks.Sources;

internal static class SourceRules
{
    public static void Check(Source? source, string member)
    {
        if (source is null)
        {
            return;
        }

        if (source.Type is null)
        {
            throw ApiError.Invalid($"{member}.Type", "is required: git, archive, s3 or svn");
        }

        if (string.IsNullOrEmpty(source.Url))
        {
            throw ApiError.Invalid($"{member}.Url", "is required");
        }

        CheckUrl(source, $"{member}.Url");
        CheckSshKey(source, $"{member}.SshKey");
        Validate.Text($"{member}.Revision", source.Revision, 255);
        if (source.Revision?.StartsWith('-') == true)
        {
            throw ApiError.Invalid($"{member}.Revision", "must not start with a dash");
        }
    }

    private static void CheckUrl(Source source, string member)
    {
        if (source.Url!.StartsWith('-'))
        {
            throw ApiError.Invalid(member, "must not start with a dash");
        }

        if (Uri.TryCreate(source.Url, UriKind.Absolute, out var uri)
            && uri.UserInfo.Contains(':', StringComparison.Ordinal))
        {
            throw ApiError.Invalid(
                member, "contains a password, which would be shown: use Username and Password instead");
        }

        if (source.Type is SourceType.Archive or SourceType.S3
            && uri?.Scheme is not ("http" or "https" or "s3" or "file"))
        {
            throw ApiError.Invalid(member, "must be a URL that starts with https://, http://, s3:// or file://");
        }
    }

    private static void CheckSshKey(Source source, string member)
    {
        if (source.SshKey?.Clear is { } clear
            && source.SshKey is { IsFiltered: false }
            && !clear.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            throw ApiError.Invalid(member, "is not a private key in PEM format");
        }
    }
}
