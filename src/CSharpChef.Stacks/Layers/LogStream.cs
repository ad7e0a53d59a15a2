using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

internal sealed record LogStream
{
    [Description("The log group, 1 to 512 characters.")]
    public string? LogGroupName { get; init; }

    [Description("The format of timestamps in the file.")]
    public string? DatetimeFormat { get; init; }

    [Description("LOCAL or UTC.")]
    [OneOf("LOCAL", "UTC")]
    public string? TimeZone { get; init; }

    [Description("The file's path; wildcards are allowed.")]
    public string? File { get; init; }

    [Description("Lines that identify a file, such as 1 or 2-5.")]
    public string? FileFingerprintLines { get; init; }

    [Description("A pattern that starts a new log entry.")]
    public string? MultiLineStartPattern { get; init; }

    [Description("Where reading starts.")]
    [OneOf("start_of_file", "end_of_file")]
    public string? InitialPosition { get; init; }

    [Description("The file's encoding, such as utf_8.")]
    [OneOf(
        "ascii", "big5", "big5hkscs", "cp037", "cp424", "cp437", "cp500", "cp720", "cp737", "cp775", "cp850", "cp852", "cp855", "cp856", "cp857", "cp858",
        "cp860", "cp861", "cp862", "cp863", "cp864", "cp865", "cp866", "cp869", "cp874", "cp875", "cp932", "cp949", "cp950", "cp1006", "cp1026", "cp1140",
        "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "euc_jp", "euc_jis_2004", "euc_jisx0213", "euc_kr",
        "gb2312", "gbk", "gb18030", "hz", "iso2022_jp", "iso2022_jp_1", "iso2022_jp_2", "iso2022_jp_2004", "iso2022_jp_3", "iso2022_jp_ext", "iso2022_kr",
        "latin_1", "iso8859_2", "iso8859_3", "iso8859_4", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_9", "iso8859_10", "iso8859_13",
        "iso8859_14", "iso8859_15", "iso8859_16", "johab", "koi8_r", "koi8_u", "mac_cyrillic", "mac_greek", "mac_iceland", "mac_latin2", "mac_roman",
        "mac_turkish", "ptcp154", "shift_jis", "shift_jis_2004", "shift_jisx0213", "utf_32", "utf_32_be", "utf_32_le", "utf_16", "utf_16_be", "utf_16_le",
        "utf_7", "utf_8", "utf_8_sig")]
    public string? Encoding { get; init; }

    [Description("Batch duration in milliseconds, at least 5000.")]
    public int? BufferDuration { get; init; }

    [Description("Maximum number of lines in a batch, at most 10000.")]
    public int? BatchCount { get; init; }

    [Description("Maximum size of a batch in bytes, at most 1048576.")]
    public int? BatchSize { get; init; }
}
