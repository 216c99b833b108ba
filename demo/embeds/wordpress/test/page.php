<?php
/**
 * A page with the shortcode, under a policy that allows no more than the form needs; for `php -S`.
 */

require __DIR__ . '/wordpress.php';
require dirname( __DIR__ ) . '/portal-request-form/portal-request-form.php';

do_action( 'init' );
$played->options['portal_request_form'] = array(
	'endpoint' => 'http://localhost:3000/api/portals/demo',
	'script'   => 'http://localhost:3000/dist',
	'phone'    => '050 123 45 67',
);
$content = do_shortcode( '[portal_request_form request-type="maintenance" lang="en"]' );
$kind    = getenv( 'MODULES' ) ? 'type="module"' : '';

header( "Content-Security-Policy: default-src 'none'; img-src data:; script-src http://localhost:3000; connect-src http://localhost:3000" );
?>
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>WordPress</title><link rel="icon" href="data:,"></head>
<body>
<main><h1>WordPress</h1><?php echo $content; ?></main>
<?php foreach ( array_unique( $played->loaded ) as $address ) : ?>
<script <?php echo $kind; ?> src="<?php echo esc_url( $address ); ?>"></script>
<?php endforeach; ?>
</body>
</html>
