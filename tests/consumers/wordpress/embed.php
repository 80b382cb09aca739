<?php
/*
 * php embed.php WORDPRESS ORIGIN < URLs, one a line: what WordPress makes of each when an author pastes it into a post.
 *
 * The whole of WordPress is loaded, with its own HTTP client; it has no database (content/db.php), and may ask ORIGIN only.
 * Prints a JSON object {url: {data, asked, from_xml, html}}.
 */

[ , $wordpress, $origin ] = $argv;

$_SERVER += array(
	'HTTP_HOST'       => 'blog.invalid',
	'REQUEST_URI'     => '/',
	'SERVER_PROTOCOL' => 'HTTP/1.1',
	'REQUEST_METHOD'  => 'GET',
);
define( 'ABSPATH', rtrim( $wordpress, '/' ) . '/' );
define( 'WP_CONTENT_DIR', __DIR__ . '/content' );
define( 'WP_DEBUG', false );
define( 'WP_DISABLE_FATAL_ERROR_HANDLER', true );
define( 'DISABLE_WP_CRON', true );
$table_prefix = 'wp_';
require ABSPATH . 'wp-settings.php';

// It warns that it cannot keep what it found.
error_reporting( E_ERROR | E_PARSE );
ini_set( 'display_errors', 'stderr' );

// This machine is no host that WordPress asks, and our port none of those that it asks.
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter(
	'http_allowed_safe_ports',
	function () use ( $origin ) {
		return array( wp_parse_url( $origin, PHP_URL_PORT ) );
	}
);
add_filter(
	'pre_http_request',
	function ( $answer, $args, $url ) use ( $origin ) {
		if ( ! str_starts_with( $url, "$origin/" ) ) {
			fwrite( STDERR, "WordPress asks $url\n" );
			exit( 1 );
		}
		return $answer;
	},
	10,
	3
);

// What WP_oEmbed::fetch() calls for a provider that has no JSON.
$fetch_with_format = new ReflectionMethod( 'WP_oEmbed', '_fetch_with_format' );
$fetch_with_format->setAccessible( true );

$asked = '';
add_filter(
	'oembed_fetch_url',
	function ( $provider ) use ( &$asked ) {
		$asked = $provider;
		return $provider;
	}
);

$links = array();
foreach ( explode( "\n", trim( stream_get_contents( STDIN ) ) ) as $url ) {
	$oembed        = _wp_oembed_get_object();
	$asked         = '';
	$links[ $url ] = array(
		'data'     => $oembed->get_data( $url ) ?: new stdClass(),
		'asked'    => $asked,
		'from_xml' => $asked ? $fetch_with_format->invoke( $oembed, $asked, 'xml' ) : new stdClass(),
		'html'     => apply_filters( 'the_content', "$url\n" ),
	);
}
echo wp_json_encode( $links );
