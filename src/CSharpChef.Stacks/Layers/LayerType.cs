using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Layers;

/// <summary>
/// All but custom stem from built-in cookbooks of old; their short names are fixed, and a stack has one of each at
/// most.
/// </summary>
internal enum LayerType
{
    [JsonStringEnumMemberName("aws-flow-ruby")]
    AwsFlowRuby,

    [JsonStringEnumMemberName("ecs-cluster")]
    EcsCluster,

    [JsonStringEnumMemberName("java-app")]
    JavaApp,

    Lb,
    Web,

    [JsonStringEnumMemberName("php-app")]
    PhpApp,

    [JsonStringEnumMemberName("rails-app")]
    RailsApp,

    [JsonStringEnumMemberName("nodejs-app")]
    NodejsApp,

    Memcached,

    [JsonStringEnumMemberName("db-master")]
    DbMaster,

    [JsonStringEnumMemberName("monitoring-master")]
    MonitoringMaster,

    Custom,
}
