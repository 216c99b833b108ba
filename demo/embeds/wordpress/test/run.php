<?php
/**
 * What the plugin writes into pages, held against the real escaping, shortcodes and blocks of WordPress:
 * `WORDPRESS=/usr/share/wordpress php run.php`.
 */

require __DIR__ . '/wordpress.php';
require dirname( __DIR__ ) . '/portal-request-form/portal-request-form.php';

const PORTAL = 'https://portal.example.com/api/portals/acme';

do_action( 'init' );
portal_request_form_register_settings();

function given( $settings ) {
	global $played;
	$played->options['portal_request_form'] = $settings + array( 'endpoint' => PORTAL, 'script' => '', 'phone' => '' );
	$played->loaded                         = array();
	$played->rights                         = array();
}

function block( $attributes ) {
	return trim( do_blocks( '<!-- wp:portal-request-form/form ' . json_encode( $attributes ) . ' /-->' ) );
}

function page( $html ) {
	$document = new DOMDocument();
	$document->loadHTML( '<?xml encoding="utf-8"?><body>' . $html, LIBXML_NOERROR );
	return $document;
}

function form( $html ) {
	return page( $html )->getElementsByTagName( 'portal-request-form' )->item( 0 );
}

function same( $expected, $actual ) {
	if ( $expected !== $actual ) {
		throw new Exception( 'expected ' . var_export( $expected, true ) . "\n    got " . var_export( $actual, true ) );
	}
}

$tests = array(
	'the shortcode gives the element of the portal in the settings' => function () {
		given( array() );
		same( '<portal-request-form endpoint="' . PORTAL . '"></portal-request-form>', do_shortcode( '[portal_request_form]' ) );
	},
	'the shortcode takes attributes of the element, also one without a value' => function () {
		given( array() );
		$form = form( do_shortcode( '[portal_request_form request-type="fault" lang="en" no-drafts]' ) );
		same( array( 'fault', 'en', true ), array( $form->getAttribute( 'request-type' ), $form->getAttribute( 'lang' ), $form->hasAttribute( 'no-drafts' ) ) );
	},
	'the block gives the same as the shortcode' => function () {
		given( array( 'phone' => '050 123 45 67' ) );
		$shortcode = do_shortcode( '[portal_request_form request-type="fault" prefill-from="url" no-drafts="true"]' );
		same( $shortcode, block( array( 'requestType' => 'fault', 'prefillFrom' => 'url', 'noDrafts' => true ) ) );
	},
	'a block as it was put in has no attribute but the portal' => function () {
		given( array() );
		same( do_shortcode( '[portal_request_form]' ), block( new stdClass() ) );
	},
	'no-drafts that is off is no attribute' => function () {
		given( array() );
		same( false, form( block( array( 'noDrafts' => false ) ) )->hasAttribute( 'no-drafts' ) );
		same( false, form( do_shortcode( '[portal_request_form no-drafts="false"]' ) )->hasAttribute( 'no-drafts' ) );
	},
	'visitors read the phone number inside the element' => function () {
		given( array( 'phone' => '+31 (0)50 123' ) );
		$link = form( do_shortcode( '[portal_request_form]' ) )->getElementsByTagName( 'a' )->item( 0 );
		same( array( 'tel:+31050123', '+31 (0)50 123' ), array( $link->getAttribute( 'href' ), $link->textContent ) );
	},
	'whatever is given stays text: no other element and no other attribute' => function () {
		$evil = '"><script>alert(1)</script><b onclick=\'x\' ';
		given( array( 'phone' => $evil, 'endpoint' => PORTAL . $evil ) );
		$html = portal_request_form_html( array( 'request-type' => $evil, 'lang' => $evil, 'appearance' => $evil, 'prefill-from' => $evil ) );
		$form = form( $html );
		same( array( 0, 0 ), array( page( $html )->getElementsByTagName( 'script' )->length, page( $html )->getElementsByTagName( 'b' )->length ) );
		same( array( 'endpoint', 'request-type', 'lang', 'appearance', 'prefill-from' ), array_keys( iterator_to_array( $form->attributes ) ) );
		same( $evil, $form->getAttribute( 'request-type' ) );
	},
	'an address that is no address of a portal shows no form' => function () {
		given( array( 'endpoint' => 'javascript:alert(1)', 'phone' => '1' ) );
		same( null, form( do_shortcode( '[portal_request_form]' ) ) );
	},
	'without an address visitors get the phone number, and editors what to do' => function () {
		global $played;
		given( array( 'endpoint' => '', 'phone' => '050 123' ) );
		same( true, false !== strpos( do_shortcode( '[portal_request_form]' ), 'tel:050123' ) );
		$played->rights = array( 'edit_posts' );
		same( true, false !== strpos( do_shortcode( '[portal_request_form]' ), 'under Settings' ) );
		same( array(), $played->loaded );
	},
	'the script is loaded only with a form, from the plugin or from the folder in the settings' => function () {
		global $played;
		$file = getenv( 'MODULES' ) ? 'portal-request-form.js' : 'portal-request-form.classic.js';
		given( array() );
		same( array(), $played->loaded );
		do_shortcode( '[portal_request_form]' );
		same( array( "https://www.example.com/wp-content/plugins/portal-request-form/dist/$file" ), $played->loaded );
		given( array( 'script' => 'https://cdn.example.com/0.1.0' ) );
		do_shortcode( '[portal_request_form]' );
		same( array( "https://cdn.example.com/0.1.0/$file" ), $played->loaded );
	},
	'nothing is written inline: a strict policy holds' => function () {
		given( array( 'phone' => '1' ) );
		same( 0, preg_match( '/<script|<style|\sstyle=|\son\w+=/i', block( array( 'requestType' => 'fault' ) ) ) );
	},
	'options that somebody else broke are the defaults' => function () {
		global $played;
		foreach ( array( 'text', 7, array( 'endpoint' => array( 'x' ) ) ) as $broken ) {
			given( array() );
			$played->options['portal_request_form'] = $broken;
			same( '', do_shortcode( '[portal_request_form]' ) );
		}
	},
	'the settings keep addresses without their last slash' => function () {
		given( array() );
		$clean = portal_request_form_sanitize( array( 'endpoint' => ' ' . PORTAL . '/ ', 'script' => '', 'phone' => '<b>050</b> 123' ) );
		same( array( 'endpoint' => PORTAL, 'script' => '', 'phone' => '050 123' ), $clean );
	},
	'the settings refuse what is no address, say so, and keep what was there' => function () {
		global $wp_settings_errors;
		given( array() );
		foreach ( array( 'javascript:alert(1)', 'ftp://x.example', 'https:///' ) as $wrong ) {
			$wp_settings_errors = array();
			same( PORTAL, portal_request_form_sanitize( array( 'endpoint' => $wrong ) )['endpoint'] );
			same( 1, count( $wp_settings_errors ) );
		}
	},
	'each setting has its label, its explanation and its value, escaped' => function () {
		given( array( 'phone' => '"><script>' ) );
		ob_start();
		do_settings_sections( 'portal_request_form' );
		$page = page( ob_get_clean() );
		same( array( 3, 3, 0 ), array_map( fn( $tag ) => $page->getElementsByTagName( $tag )->length, array( 'label', 'input', 'script' ) ) );
		foreach ( $page->getElementsByTagName( 'label' ) as $label ) {
			$input = $page->getElementById( $label->getAttribute( 'for' ) );
			same( true, null !== $page->getElementById( $input->getAttribute( 'aria-describedby' ) ) );
		}
		same( '"><script>', $page->getElementById( 'portal-request-form-phone' )->getAttribute( 'value' ) );
	},
	'the settings page is for who may change settings' => function () {
		given( array() );
		ob_start();
		portal_request_form_page();
		same( '', ob_get_clean() );
	},
);

$failed = 0;
foreach ( $tests as $title => $test ) {
	try {
		$test();
		echo "passed $title\n";
	} catch ( Throwable $error ) {
		++$failed;
		echo "failed $title\n    {$error->getMessage()} ({$error->getFile()}:{$error->getLine()})\n";
	}
}
exit( $failed > 0 ? 1 : 0 );
