namespace CSharpChef.Editor.Protocol;

/// <summary>The numbers of the protocol.</summary>
internal enum CompletionItemKind
{
    Method = 2,
    Field = 5,
    Variable = 6,
    Class = 7,
    Interface = 8,
    Module = 9,
    Property = 10,
    Value = 12,
    Enum = 13,
    Keyword = 14,
    Snippet = 15,
    File = 17,
    Folder = 19,
    EnumMember = 20,
    Constant = 21,
    Struct = 22,
    Event = 23,
    TypeParameter = 25,
}
