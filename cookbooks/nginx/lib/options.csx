record NginxOptions
{
    [Required]
    public string Package { get; init; } = "nginx";

    [Range(1, 65535)]
    public int Port { get; init; } = 80;

    public string ServerName { get; init; } = "_";

    [RegularExpression("^/.*")]
    public string Root { get; init; } = "/var/www/site";

    public IReadOnlyList<string> Backends { get; init; } = [];
}
