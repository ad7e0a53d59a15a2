namespace CSharpChef.Editor.Answers.Strings;

/// <summary>What the text of a string names.</summary>
internal enum TextUse
{
    /// <summary>A path of attributes: <c>Node["web.port"]</c>.</summary>
    Attribute,

    /// <summary>A file below <c>files/</c>.</summary>
    File,

    /// <summary>A recipe: <c>Include("web::deploy")</c>.</summary>
    Recipe,

    /// <summary>A template below <c>templates/</c>.</summary>
    Template,
}
