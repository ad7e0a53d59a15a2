using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;

namespace CSharpChef.Stacks.Sources;

/// <summary>Validates a source after every change.</summary>
internal static class SourceRules
{
    public static void Check(Source? source, string member, bool isApp)
    {
        if (source is null)
        {
            return;
        }

        CheckType(source, $"{member}.Type", isApp);
        if (string.IsNullOrEmpty(source.Url) && source.Type != SourceType.Other)
        {
            throw ApiError.Invalid($"{member}.Url", "is required");
        }

        Validate.Text($"{member}.Revision", source.Revision, 255);
        if (source.Revision?.StartsWith('-') == true)
        {
            throw ApiError.Invalid($"{member}.Revision", "must not start with a dash");
        }
    }

    private static void CheckType(Source source, string member, bool isApp)
    {
        if (source.Type is null)
        {
            throw ApiError.Invalid(member, $"is required: git, archive, s3{(isApp ? ", svn or other" : " or svn")}");
        }

        if (source.Type == SourceType.Other && !isApp)
        {
            throw ApiError.Invalid(member, "is other, which is only for apps: it must be git, archive, s3 or svn");
        }
    }
}
